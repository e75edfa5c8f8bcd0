package option_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/option"
)

// workspaceFacts returns the lines of the public facts about the desk between
// two headings.
func workspaceFacts(t *testing.T, from, to string) []string {
	t.Helper()
	folder := os.Getenv("DECORUM_SHARED")
	if folder == "" {
		t.Skip("DECORUM_SHARED is not set: the public facts are not here")
	}
	data, err := os.ReadFile(filepath.Join(folder, "facts", "workspace.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(data), "\n"+from)
	part, _, ok2 := strings.Cut(rest, "\n"+to)
	if !ok || !ok2 {
		t.Fatalf("no part from %q to %q", from, to)
	}
	return strings.Split(part, "\n")
}

// TestOPDocumentedRows holds the table against every documented option: what is
// documented agrees, and what is not is marked as ours.
func TestOPDocumentedRows(t *testing.T) {
	const notFound, generic = "[NF]", "generic form"
	seen := 0
	for _, line := range workspaceFacts(t, "### 1.1", "### 1.2") {
		cells := strings.Split(line, " | ")
		if !strings.HasPrefix(line, "| `") || len(cells) != 7 || strings.Contains(line, "no evidence these names exist") {
			continue
		}
		name := strings.Trim(cells[0], "| `")
		row, ok := option.Lookup(name)
		if !ok {
			t.Errorf("%s has no row", name)
			continue
		}
		seen++
		switch cell := strings.ReplaceAll(cells[1], "*", ""); {
		case strings.Contains(cell, generic), strings.Contains(cell, "(empty)"), cell == "no default value":
			if row.Default != "" {
				t.Errorf("%s: default %q, documented as none", name, row.Default)
			}
		case strings.Contains(cell, notFound):
			if !strings.Contains(row.Ours, "default") {
				t.Errorf("%s: the default is not documented, and not ours", name)
			}
		default:
			if row.Default != strings.Trim(cell, "`") || strings.Contains(row.Ours, "default") {
				t.Errorf("%s: default %q, documented as %s", name, row.Default, cell)
			}
		}
		if low, high, ok := strings.Cut(strings.TrimPrefix(cells[2], "integer "), ".."); ok && strings.HasPrefix(cells[2], "integer") {
			if want := "an integer from " + low + " to " + high; !strings.HasPrefix(row.Valid, want) {
				t.Errorf("%s: valid are %s, documented as %s", name, row.Valid, cells[2])
			}
		}
		want, ours := option.AtNextInteraction, false
		switch cell := cells[3]; {
		case strings.Contains(cell, "Immediately"):
			want = option.Immediately
		case strings.Contains(cell, "attempt"):
			want = option.AtNextAttempt
		case strings.Contains(cell, "restart"):
			want = option.AtRestart
		case strings.Contains(cell, notFound), strings.Contains(cell, "[truncated]"):
			ours = true
		}
		if row.TakesEffect != want || strings.Contains(row.Ours, "takes effect") != ours {
			t.Errorf("%s takes effect %v (ours: %s), documented as %s", name, row.TakesEffect, row.Ours, cells[3])
		}
		if version := cells[4]; version != "-" && !strings.Contains(version, "[") && row.Introduced != version {
			t.Errorf("%s was introduced with %q, documented as %s", name, row.Introduced, version)
		}
	}
	if seen != 23 {
		t.Errorf("%d documented options, not 23", seen)
	}
}

func TestDFRecommendedValuesAreTheGuides(t *testing.T) {
	seen := 0
	for _, line := range workspaceFacts(t, "### 1.2", "### 1.3") {
		name, value, ok := strings.Cut(line, " = ")
		if !ok {
			continue
		}
		seen++
		row, ok := option.Lookup(strings.TrimSpace(name))
		if !ok || row.Recommended != value {
			t.Errorf("%s: recommended %q, the guide says %q", name, row.Recommended, value)
		}
	}
	if seen != 7 {
		t.Errorf("%d recommended values, not 7", seen)
	}
}

func TestDFDocumentedWindowTitle(t *testing.T) {
	row, _ := option.Lookup(option.NameInteractionWindowTitle)
	for _, line := range workspaceFacts(t, "## 4. DISPLAY-FORMAT", "## 5.") {
		if value, ok := strings.CutPrefix(line, "* Default `"); ok {
			if want := strings.TrimSuffix(value, "`"); row.Default != want || strings.Contains(row.Ours, "default") {
				t.Errorf("default %q, documented as %q", row.Default, want)
			}
			return
		}
	}
	t.Error("no documented default found")
}

// TestOPBoundsOfValues: hosts' forms and columns are made for these.
func TestOPBoundsOfValues(t *testing.T) {
	got := [...]int{option.MaxName, option.MaxText, option.MaxJSON, option.MaxItems, option.MaxList, option.MaxStyle}
	if want := [...]int{1024, 4096, 65536, 256, 65536, 64}; got != want {
		t.Errorf("%d, want %d", got, want)
	}
}
