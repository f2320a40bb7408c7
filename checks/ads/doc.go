// Package ads finds words that somebody put into a text: brands in the place of names, lines of search words, promotions.
//
// Tomorrow's brand is on no list, so a brand is found by the slots it stands in: before 省政府, 市委 or 人民政府, in the midst of a
// list of cities, on a transport route. What stands there and is in no gazetteer, is no ordinary word of official prose, and
// does so in several slots or carries words of a website with it, was put there. Lists of words only speed up what slots decide.
//
// The promise:
//
//   - What stands in the same slots by right is silent: our own 全市 and 我省, new districts, cities abroad, companies in lists.
//   - A word that carried meaning is never deleted. What stood there is offered where the document itself still tells it:
//     districts that name their city, codes of the footer, stock phrases, siblings in a list; else the finding says that it cannot be known.
//   - Work on a clean text is a few comparisons at each hit of a trigger.
package ads
