// Command trainer makes and measures the weights that the program embeds.
//
//	go run ./feed/trainer language --treebanks DIR [--out FILE]
//	go run ./feed/trainer eval-language --treebanks DIR [--weights FILE]
//	go run ./feed/trainer furniture --corpus DIR [--out FILE]
//	go run ./feed/trainer vectors --from FILE [--words N] [--out FILE]
//	go run ./feed/trainer extract --corpus DIR [--more DIR] [--figures DIR] [--out DIR]
//	go run ./feed/trainer eval-extract --corpus DIR [--more DIR] [--figures DIR] [--cv] [--errors N] [--ablate] [--docs DIR --gold DIR]
package main
