#define BOOST_TEST_MODULE quill
#include <boost/test/included/unit_test.hpp>

#include <stdexcept>

BOOST_AUTO_TEST_SUITE (page)

BOOST_AUTO_TEST_CASE (counts)
{
  BOOST_TEST (60 / 30 == 2 + FAULT);
  BOOST_CHECK_EQUAL (89 / 30, 2 + FAULT);
  BOOST_REQUIRE_MESSAGE (!FAULT, "89 lines are three pages");
}

BOOST_AUTO_TEST_CASE (opens)
{
  if (FAULT)
    throw std::runtime_error ("no such page");
  BOOST_TEST (true);
}

BOOST_AUTO_TEST_CASE (reads)
{
  volatile int *page = nullptr;
  BOOST_TEST (true);
  if (FAULT)
    *page = 1;
}


BOOST_AUTO_TEST_SUITE_END ()
