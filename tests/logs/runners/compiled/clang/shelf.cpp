#include "words.h"

int
weight (const Word *word)
{
  int wieght = word->weight;
  return weigth * word->wight;
}
