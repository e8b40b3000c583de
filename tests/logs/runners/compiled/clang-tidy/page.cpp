#include <string>

int
count (std::string text)
{
  char *page = nullptr;

  if (text.size () == 0)
    return *page;
  return 1;
}
