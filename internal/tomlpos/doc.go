// Package tomlpos finds where the keys and values of a TOML document stand.
//
// The library that decodes TOML names an unknown key by its dotted path only. This scanner knows nothing of types; it follows
// keys, tables and arrays of a document that the library has accepted, and is tested against the library. On a document that is
// no TOML it finds what it can and never fails.
package tomlpos
