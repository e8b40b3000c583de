#pragma once

#include <algorithm>
#include <string>
#include <vector>

struct Word {
  std::string text;
  int weight;
};

template <typename T>
T
heaviest (std::vector<T> words)
{
  return *std::max_element (words.begin (), words.end ());
}
