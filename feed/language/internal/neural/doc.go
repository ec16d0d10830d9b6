// Package neural scores classes from sets of features. A feature is a row of
// byte weights; the rows of all the features that hold add up to a hidden layer,
// which is rectified and weighed for each class. As the sum is of bytes, eight
// are added at a time in a 64-bit word; and as it is exact, sums of features that
// come together again may be kept and added up in any order.
package neural
