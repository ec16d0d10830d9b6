// Package dense holds the small networks behind the readers: numbers in, one
// rectified hidden layer, the probability of each class out. Where package
// linear learns what words mean here, a network learns from vectors what words
// like them mean, which it may never have seen.
//
// It promises: training is deterministic (same examples in the same order,
// same bytes); a Net is immutable and safe for concurrent use.
package dense
