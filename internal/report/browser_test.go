package report

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// browser is a headless Chromium, spoken to in the WebDriver protocol (W3C).
type browser struct {
	t       *testing.T
	session string
}

// openBrowser starts one, or skips the test with a word on what is missing.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: no browser is started")
	}
	driver, err := exec.LookPath("chromedriver")
	if err != nil {
		t.Skip("chromedriver is not installed (Debian: apt-get install chromium chromium-driver)")
	}
	cmd := exec.Command(driver, "--port=0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Skip("chromedriver does not start: ", err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	port := ""
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if m := regexp.MustCompile(`successfully on port (\d+)`).FindStringSubmatch(lines.Text()); m != nil {
			port = m[1]
			break
		}
	}
	b := &browser{t: t, session: "http://127.0.0.1:" + port + "/session"}
	var v struct{ SessionID string }
	caps := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"goog:chromeOptions": map[string]any{
		"args": []string{"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,1500", "--force-color-profile=srgb"}}, "goog:loggingPrefs": map[string]string{"browser": "ALL"}}}}
	if err := b.try("POST", "", caps, &v); err != nil {
		t.Skip("Chromium does not start: ", err)
	}
	b.session += "/" + v.SessionID
	t.Cleanup(func() { b.try("DELETE", "", nil, nil) })
	return b
}

func (b *browser) try(method, path string, in, out any) error {
	var body bytes.Buffer
	if in != nil {
		if err := json.NewEncoder(&body).Encode(in); err != nil {
			return err
		}
	}
	req, err := http.NewRequest(method, b.session+path, &body)
	if err != nil {
		return err
	}
	resp, err := (&http.Client{Timeout: time.Minute}).Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var v struct{ Value json.RawMessage }
	if err := json.NewDecoder(resp.Body).Decode(&v); err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return fmt.Errorf("%s %s: %s", method, path, v.Value)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(v.Value, out)
}

func (b *browser) do(method, path string, in, out any) {
	b.t.Helper()
	if err := b.try(method, path, in, out); err != nil {
		b.t.Fatal(err)
	}
}

// open loads a page from disk.
func (b *browser) open(html string) {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), "report.html")
	if err := os.WriteFile(path, []byte(html), 0o666); err != nil {
		b.t.Fatal(err)
	}
	b.do("POST", "/url", map[string]string{"url": "file://" + path}, nil)
}

// eval runs a script and gives what it returns as a string.
func (b *browser) eval(script string) string {
	b.t.Helper()
	var v any
	b.do("POST", "/execute/sync", map[string]any{"script": script, "args": []any{}}, &v)
	return fmt.Sprint(v)
}

func (b *browser) element(css string) string {
	b.t.Helper()
	var v map[string]string
	b.do("POST", "/element", map[string]string{"using": "css selector", "value": css}, &v)
	for _, id := range v {
		return "/element/" + id
	}
	return ""
}

func (b *browser) click(css string) {
	b.t.Helper()
	b.do("POST", b.element(css)+"/click", map[string]any{}, nil)
}

func (b *browser) typeIn(css, s string) {
	b.t.Helper()
	b.do("POST", b.element(css)+"/value", map[string]string{"text": s}, nil)
}

// until waits for a script to give want.
func (b *browser) until(want, script string) {
	b.t.Helper()
	got := ""
	for range 1500 { // long for a machine with much else to do; most calls need one round
		if got = b.eval(script); got == want {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.t.Errorf("%s gives %q, want %q", script, got, want)
}

// screenshot saves what the window shows, for people to look at, if REPORTLINT_SCREENSHOTS names a folder.
func (b *browser) screenshot(name string) {
	b.t.Helper()
	dir := os.Getenv("REPORTLINT_SCREENSHOTS")
	if dir == "" {
		return
	}
	var v string
	b.do("GET", "/screenshot", nil, &v)
	png, err := base64.StdEncoding.DecodeString(v)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o666); err != nil {
		b.t.Fatal(err)
	}
}

// complaints are the errors the browser logged, such as a script that its policy refused.
func (b *browser) complaints() string {
	var logs []struct{ Level, Message string }
	if err := b.try("POST", "/se/log", map[string]string{"type": "browser"}, &logs); err != nil {
		b.t.Fatal(err)
	}
	var out []string
	for _, l := range logs {
		if l.Level == "SEVERE" {
			out = append(out, l.Message)
		}
	}
	return strings.Join(out, "\n")
}
