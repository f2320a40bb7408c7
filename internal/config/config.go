package config

// Config is the effective configuration for one folder. Relative paths have been made absolute. Tags: toml is the key, check and
// keys name what a value and the keys of a table must be, enum lists what they may be.
type Config struct {
	RequiredVersion string   `toml:"required-version" check:"version"`
	Extend          string   `toml:"extend"`
	Files           Files    `toml:"files"`
	Lint            Lint     `toml:"lint"`
	Fix             Fix      `toml:"fix"`
	Gate            Gate     `toml:"gate"`
	Baseline        Baseline `toml:"baseline"`
	Output          Output   `toml:"output"`
	Suppress        Suppress `toml:"suppress"`
	Allow           []Allow  `toml:"allow"`

	compiled
}

// Files says which files are linted and how they are read.
type Files struct {
	Include          []string            `toml:"include" check:"glob"`
	PathPattern      string              `toml:"path-pattern" check:"path-pattern"`
	Exclude          []string            `toml:"exclude" check:"glob"`
	ExtendExclude    []string            `toml:"extend-exclude" check:"glob"`
	RespectGitignore bool                `toml:"respect-gitignore"`
	ForceExclude     bool                `toml:"force-exclude"`
	MaxSize          string              `toml:"max-size" check:"size"`
	Encoding         string              `toml:"encoding" enum:"auto,utf-8,utf-8-bom,utf-16le,utf-16be,gb18030,big5"`
	TextFields       map[string][]string `toml:"text-fields" keys:"glob"`
	Translations     map[string]string   `toml:"translations" keys:"path" check:"translation"`
}

// Lint says which rules report what.
type Lint struct {
	Select         []string            `toml:"select" check:"selector"`
	ExtendSelect   []string            `toml:"extend-select" check:"selector"`
	Ignore         []string            `toml:"ignore" check:"selector"`
	MinConfidence  string              `toml:"min-confidence" enum:"low,medium,high"`
	Preview        bool                `toml:"preview"`
	PerFileIgnores map[string][]string `toml:"per-file-ignores" keys:"glob" check:"selector"`
	RulePaths      []string            `toml:"rule-paths" check:"path"`
	Severity       map[string]string   `toml:"severity" keys:"selector" enum:"error,warning,info"`
}

// Fix says which fixes are offered as safe and carried out.
type Fix struct {
	Unsafe            bool     `toml:"unsafe"`
	Fixable           []string `toml:"fixable" check:"selector"`
	Unfixable         []string `toml:"unfixable" check:"selector"`
	ExtendSafeFixes   []string `toml:"extend-safe-fixes" check:"selector"`
	ExtendUnsafeFixes []string `toml:"extend-unsafe-fixes" check:"selector"`
	MaxRemovedProse   float64  `toml:"max-removed-prose" check:"share"`
	Journal           string   `toml:"journal" check:"path"`
}

// Gate says what makes a run fail.
type Gate struct {
	FailOn      string         `toml:"fail-on" enum:"error,warning,info,never"`
	MaxFindings int            `toml:"max-findings" check:"count"`
	Thresholds  map[string]int `toml:"thresholds" keys:"selector" check:"count"`
}

// Baseline says what is known already.
type Baseline struct {
	Path   string `toml:"path" check:"path"`
	Strict bool   `toml:"strict"`
}

// Output says how results are shown.
type Output struct {
	Format         []string `toml:"format" check:"format"`
	Lang           string   `toml:"lang" enum:"auto,zh,en"`
	AmbiguousWidth int      `toml:"ambiguous-width" enum:"1,2"`
	Redact         string   `toml:"redact" enum:"auto,always,never"`
}

// Suppress says whether the text itself may silence findings.
type Suppress struct {
	Inline bool `toml:"inline"`
}

// Allow silences findings that are known to be right in their place. A finding is silent if every field that is given fits it.
type Allow struct {
	Rules   []string `toml:"rules" check:"selector"`
	Paths   []string `toml:"paths" check:"glob"`
	Text    string   `toml:"text"`
	Regex   string   `toml:"regex" check:"regexp"`
	Target  string   `toml:"target" enum:"match,line"`
	Reason  string   `toml:"reason"`
	Expires string   `toml:"expires" check:"date"` // 2027-12-31
}

// FileName is the name under which a configuration is found.
const FileName = ".reportlint.toml"

// Default is the built-in configuration.
func Default() *Config {
	c := &Config{
		Files: Files{
			Include:          []string{"**/*.txt", "**/*.text"},
			RespectGitignore: true,
			MaxSize:          "256MiB",
			Encoding:         "auto",
		},
		Lint:     Lint{Select: []string{"all"}, MinConfidence: "medium"},
		Fix:      Fix{Fixable: []string{"all"}, MaxRemovedProse: 0.02},
		Gate:     Gate{FailOn: "error"},
		Baseline: Baseline{Path: ".reportlint-baseline.jsonl"},
		Output:   Output{Format: []string{"full"}, Lang: "auto", AmbiguousWidth: 1, Redact: "auto"},
	}
	c.origins = map[string][]Origin{}
	for _, p := range c.Files.Include {
		c.include.Add("", mustFold(p))
	}
	return c
}
