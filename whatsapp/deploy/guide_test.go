package deploy_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/whatsapp/deploy"
)

// TestDPGuideIsComplete holds the requirements against the guide's own text:
// every version of DP1, and every name and value that DP2, DP3 and DP5 quote.
func TestDPGuideIsComplete(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED does not name the folder that has the guide")
	}
	text, err := os.ReadFile(filepath.Join(shared, "guide.md"))
	if err != nil {
		t.Fatal(err)
	}
	rule := func(id string) string {
		_, rest, ok := strings.Cut(string(text), "\n| "+id+" |")
		if !ok {
			t.Fatalf("the guide has no %s", id)
		}
		row, _, _ := strings.Cut(rest, "\n")
		return row
	}
	var page strings.Builder
	var asked []string
	for _, q := range deploy.Guide() {
		page.WriteString(strings.ReplaceAll(q.String(), deploy.Tenant, "1") + "\n")
		if q.Kind == deploy.KindVersion {
			asked = append(asked, q.Minimum.String())
		}
	}
	versions := regexp.MustCompile(`[0-9]+(\.[0-9]+)+`).FindAllString(rule("DP1"), -1)
	slices.Sort(versions)
	slices.Sort(asked)
	if diff := cmp.Diff(slices.Compact(versions), slices.Compact(asked)); diff != "" {
		t.Errorf("versions (-guide +ours):\n%s", diff)
	}
	for _, id := range []string{"DP2", "DP3", "DP5"} {
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(rule(id), -1) {
			if !strings.Contains(page.String(), m[1]) {
				t.Errorf("%s: no requirement says %s", id, m[1])
			}
		}
	}
	for _, number := range []string{"100000", "1800", "= 1, 2", "Profile Nickname", "Default, HighContrast"} {
		if !strings.Contains(page.String(), number) {
			t.Errorf("no requirement says %s", number)
		}
	}
}

// TestGuideHasRoomForAll: it is made in one piece, as long as it is.
func TestGuideHasRoomForAll(t *testing.T) {
	if p := deploy.Guide(); len(p) != cap(p) {
		t.Errorf("%d requirements, room for %d", len(p), cap(p))
	}
}
