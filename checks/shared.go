package checks

import "sync"

// Shared keeps what the rules of one folder make of the same word lists, so that it is made once. The zero value is ready; it may be
// used by several goroutines.
type Shared struct{ made sync.Map }

// Sharing returns p for a rule that shares what it makes of its lists with others.
func (p Params) Sharing(s *Shared) Params {
	p.shared = s
	return p
}

// sharedKey tells things of different types apart, whatever their keys.
type sharedKey[T any] struct{ key string }

// Share returns what the first rule that asks for key makes, a T that nobody changes. The key names the lists that it is made of.
func Share[T any](p Params, key string, make func() (T, error)) (T, error) {
	if p.shared == nil {
		return make()
	}
	once, _ := p.shared.made.LoadOrStore(sharedKey[T]{key}, sync.OnceValues(make))
	return once.(func() (T, error))()
}
