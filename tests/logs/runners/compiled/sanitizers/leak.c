#include <stdlib.h>

static void
page_leave (void)
{
  void *volatile page = malloc (48);

  if (!FAULT)
    free (page);
  page = NULL;
}

int
main (void)
{
  page_leave ();
  return 0;
}
