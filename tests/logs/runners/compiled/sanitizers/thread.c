#include <pthread.h>

static int pages;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *
count_page (void *data)
{
  (void) data;
  if (!FAULT)
    pthread_mutex_lock (&mutex);
  pages++;
  if (!FAULT)
    pthread_mutex_unlock (&mutex);
  return 0;
}

int
main (void)
{
  pthread_t threads[2];

  for (int i = 0; i < 2; i++)
    pthread_create (&threads[i], 0, count_page, 0);
  for (int i = 0; i < 2; i++)
    pthread_join (threads[i], 0);
  return 0;
}
