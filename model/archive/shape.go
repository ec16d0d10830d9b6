package archive

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"crisisdesk/model"
)

// encoding is raised when the same types are walked or written otherwise.
const encoding = 2

// factsShape stands for the make of [model.Facts]: names and types of all fields.
var factsShape = sync.OnceValue(func() string {
	var b strings.Builder
	describe(&b, reflect.TypeFor[model.Facts]())
	sum := sha256.Sum256([]byte(b.String()))
	return string(sum[:])
})

func describe(b *strings.Builder, t reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		fmt.Fprint(b, t.Kind(), " ")
		describe(b, t.Elem())
	case reflect.Struct:
		b.WriteString("{")
		for f := range t.Fields() {
			b.WriteString(f.Name + " ")
			describe(b, f.Type)
			b.WriteString("; ")
		}
		b.WriteString("}")
	default:
		fmt.Fprint(b, t.Kind())
	}
}

// keyOf is what facts of one version of the extractor are stored under. It
// changes with the types, too: a program never reads facts that another make
// of it wrote.
func keyOf(version string) int64 {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %x %s", encoding, factsShape(), version))
	return int64(binary.LittleEndian.Uint64(sum[:8]))
}
