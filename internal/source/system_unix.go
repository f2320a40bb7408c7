//go:build unix

package source

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

const nonBlocking = syscall.O_NONBLOCK

func isLoop(err error) bool { return errors.Is(err, syscall.ELOOP) }

// links is the number of names of a file.
func links(st fs.FileInfo) uint64 {
	if s, ok := st.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Nlink)
	}
	return 1
}

// copyOwner gives f the owner of st where the system lets it: only root can do so in full. Mode bits must be set afterwards,
// because a change of owner clears some.
func copyOwner(f *os.File, st fs.FileInfo) {
	if s, ok := st.Sys().(*syscall.Stat_t); ok {
		if f.Chown(int(s.Uid), int(s.Gid)) != nil {
			_ = f.Chown(-1, int(s.Gid))
		}
	}
}

// writable asks the system, since a file may be on a read-only disk or belong to somebody else.
func writable(path string) bool { return syscall.Access(path, 2 /* W_OK */) == nil }

// syncDir makes a rename in dir outlive a crash. Some file systems cannot; then there is nothing more to do.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

func replace(from, to string) error { return os.Rename(from, to) }
