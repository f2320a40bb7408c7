// Package codec turns the bytes of a file into text and back.
//
// Decode finds the encoding by strict trial and keeps a map between the two coordinates; Splice writes edits of the text
// into the bytes and copies every byte outside them unchanged. Bytes that no encoding explains are opaque places in the
// text, never a reason to lose the file.
package codec
