__global__ void
number (int *pages, int count)
{
  int i = blockIdx.x * blockDim.x + threadIdx.x;

  if (i < cuont)
    pages[i] = i * "2";
}

int
main ()
{
  number<<<1, 32>>> (nullptr);

  return 0;
}
