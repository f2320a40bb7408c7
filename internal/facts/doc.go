// Package facts turns what reports say in figures into a table: one row per figure that has an indicator, with place, period,
// value, unit, rounding interval, kind and status, and where it stands in the file.
//
// A row points at the bytes of the file, also where the text was read through repairs. A figure that lies in encoding damage
// which no exact repair undoes is left out unless asked for. Numbers are decimal strings, never floats.
package facts
