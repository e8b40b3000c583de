#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

static int
count_pages (int lines)
{
  return (lines + FAULT) / 30;
}

TEST (Page, Counts)
{
  EXPECT_EQ (count_pages (60), 2);
}

TEST (Page, CountsTheLastOne)
{
  EXPECT_EQ (count_pages (89 - 29 * FAULT), 2) << "89 lines";
  ASSERT_TRUE (count_pages (0) == FAULT - FAULT);
  EXPECT_STREQ ("verso", FAULT ? "recto" : "verso");
}

TEST (Page, Throws)
{
  if (FAULT)
    throw std::runtime_error ("no such page");
}

class Shelf : public testing::TestWithParam<int>
{
};

TEST_P (Shelf, Holds)
{
  EXPECT_LT (GetParam () * FAULT, 30) << "the shelf is full";
}

INSTANTIATE_TEST_SUITE_P (Widths, Shelf, testing::Values (10, 30, 50));

TEST (Page, DISABLED_Burns)
{
  FAIL ();
}

TEST (Page, Skips)
{
  GTEST_SKIP () << "no error here";
}

TEST (PageDeathTest, Refuses)
{
  EXPECT_DEATH (abort (), "");
}
