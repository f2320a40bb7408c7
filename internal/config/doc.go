// Package config reads .reportlint.toml: strictly, with a place for every complaint, and layer over layer.
//
// A value comes from a flag, else the environment, else the configuration file nearest to the linted file, else what that file
// extends, else what is built in. Lists replace what lies below them; lists named extend-* add, and are dropped when a nearer
// layer replaces the list they extend. Tables such as per-file-ignores merge key by key, and [[allow]] entries add up.
// Patterns and paths speak of the folder of the file they stand in.
//
// One Config holds all sections. [files], [lint], [fix] and [[allow]] are to be taken from the Config of the linted file
// (Resolver.For), [gate], [output] and [baseline] from that of the run (Resolver.Run).
package config
