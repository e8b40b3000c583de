#include "words.h"

Word best (const std::vector<Word> &words);

int
main ()
{
  return best ({ { "a", 1 } }).weight;
}
