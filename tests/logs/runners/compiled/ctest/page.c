#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int
main (int    count,
      char **arguments)
{
  const char *test = count > 1 ? arguments[1] : "";

  printf ("page: error: 0 of %d pages are broken\n", count);
  if (strcmp (test, "closes") == 0) {
    fprintf (stderr, "page.c:%d: expected 3 pages, got 4\n", __LINE__);
    return FAULT;
  }
  if (strcmp (test, "overflows") == 0 && FAULT)
    abort ();
  if (strcmp (test, "waits") == 0 && FAULT)
    sleep (30);
  return 0;
}
