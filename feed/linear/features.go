package linear

// Features is a bag of hashed binary features. The zero value is ready to
// use; Reset keeps its memory.
type Features struct {
	keys []uint32
}

// Reset empties the bag.
func (f *Features) Reset() { f.keys = f.keys[:0] }

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

// Add puts in one feature, named by its parts: Add("cue", "said") and
// Add("cues", "aid") are different.
func (f *Features) Add(parts ...string) {
	h := uint32(fnvOffset)
	for _, p := range parts {
		for i := 0; i < len(p); i++ {
			h = (h ^ uint32(p[i])) * fnvPrime
		}
		h = (h ^ 0xff) * fnvPrime
	}
	f.keys = append(f.keys, mix(h))
}

// AddIf puts in one feature where the condition holds.
func (f *Features) AddIf(holds bool, parts ...string) {
	if holds {
		f.Add(parts...)
	}
}

// Clone is a copy that later Resets do not touch.
func (f *Features) Clone() Features { return Features{keys: append([]uint32(nil), f.keys...)} }

// mix spreads the hash over all bits and keeps 0 free as "no feature".
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	h ^= h >> 16
	if h == 0 {
		return 1
	}
	return h
}
