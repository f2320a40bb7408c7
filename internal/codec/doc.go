// Package codec turns the bytes of a file into text and back.
//
// The promise:
//
//   - Decode finds the encoding by strict trial: byte order marks, then UTF-8, then UTF-16, GB18030 and Big5 where the reading
//     is Chinese (in UTF-16 also ASCII) that a reader would believe. Nothing under 32 bytes is guessed at. Bytes that the
//     encoding does not explain are opaque places in the text, never a reason to lose the file; only what is no text at all is
//     ErrBinary.
//   - Offsets of the text and of the file are kept apart by type, and Text.Bytes carries one to the other.
//   - Text.Splice writes edits of the text into the bytes and copies every byte outside them unchanged: byte order mark, line
//     ends, undecodable bytes and all. Its output reads back as the intended text in the same encoding, or it is an error.
//   - GB18030 is byte-exact over every pair, A3A0 apart, which is read as the ideographic space that browsers show: the
//     user-defined areas and the holes of the index are private-use characters, both ways.
//
// Nothing is parsed when the program starts; the index of an encoding is laid out when its first file comes.
package codec
