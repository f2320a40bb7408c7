// Package encoding holds the check kinds for damage done by decoders, pipelines and cloaks: characters that cannot be seen,
// characters that were lost, escapes and forms left over, and text decoded wrongly. Repairs of decoding itself come from
// internal/repair and carry their proof.
package encoding
