#include <cassert>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>

static void
smash (const char *text)
{
  char page[4];

  strcpy (page, text);
}

int
main (int    count,
      char **arguments)
{
  std::string test = count > 1 ? arguments[1] : "";
  char *volatile page = static_cast<char *> (malloc (16));
  int *volatile nowhere = nullptr;

  if (!FAULT)
    return 0;
  if (test == "assert")
    assert (test.size () == 3);
  else if (test == "throw")
    throw std::out_of_range ("page 12 of 10");
  else if (test == "smash")
    smash ("a verso and a recto");
  else if (test == "free") {
    free (page);
    free (page);
  }
  else
    *nowhere = 1;
  return 0;
}
