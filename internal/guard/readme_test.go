package guard_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Every file that README links to is there, and so is every example that it names.
func TestReadmeLinks(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	links := regexp.MustCompile(`\[([^\]]+)\]\(([^)]+)\)`).FindAllStringSubmatch(string(readme), -1)
	if len(links) < 10 {
		t.Fatalf("only %d links were found", len(links))
	}
	for _, link := range links {
		text, file := strings.Trim(link[1], "`"), link[2]
		content, err := os.ReadFile("../../" + file)
		if err != nil {
			t.Error(err)
			continue
		}
		if strings.HasPrefix(text, "Example") && !strings.Contains(string(content), "\nfunc "+text+"() {") {
			t.Errorf("%s has no %s", file, text)
		}
	}
}
