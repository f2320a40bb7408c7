package config

import "strings"

// CheckFormats complains about every output format in c that is not among the known ones. It is a step of its own because
// this package does not know how results are printed. The error is of type Errors.
func (c *Config) CheckFormats(known []string) error {
	var errs Errors
	for _, l := range c.layers {
		d := decoder{layer: l}
		for i, s := range l.cfg.Output.Format {
			if id, _, _ := strings.Cut(s, "="); id != "" {
				d.check([]any{"output", "format", i}, false, id, "", strings.Join(known, ","))
			}
		}
		errs = append(errs, d.errs...)
	}
	return errs.orNil()
}
