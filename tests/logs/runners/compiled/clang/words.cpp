#include "words.h"

Word
best (const std::vector<Word> &words)
{
  return heaviest (words);
}
