// Package linear holds the small classifiers behind the readers: sparse
// binary features, one weight for each feature and class, trained by
// multinomial logistic regression.
//
// In: feature names, hashed to 32 bits as they are added, so no vocabulary is
// kept. Out: a class and its probability. It promises: training is
// deterministic (same examples in the same order, same bytes); a Model is
// immutable and safe for concurrent use; classifying allocates nothing.
package linear
