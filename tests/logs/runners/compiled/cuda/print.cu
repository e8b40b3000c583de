extern __device__ int width (int page);

__global__ void
print (int *pages)
{
  pages[0] = width (0);
}

int
main ()
{
  print<<<1, 1>>> (nullptr);

  return 0;
}
