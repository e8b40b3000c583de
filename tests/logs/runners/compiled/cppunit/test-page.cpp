#include <cppunit/CompilerOutputter.h>
#include <cppunit/extensions/HelperMacros.h>
#include <cppunit/ui/text/TestRunner.h>

#include <stdexcept>

class PageTest : public CppUnit::TestFixture
{
  CPPUNIT_TEST_SUITE (PageTest);
  CPPUNIT_TEST (counts);
  CPPUNIT_TEST (opens);
  CPPUNIT_TEST (closes);
  CPPUNIT_TEST_SUITE_END ();

public:
  void
  counts ()
  {
    CPPUNIT_ASSERT_EQUAL (2 + FAULT, 89 / 30);
  }

  void
  opens ()
  {
    if (FAULT)
      throw std::runtime_error ("no such page");
  }

  void
  closes ()
  {
    CPPUNIT_ASSERT (true);
  }
};

int
main (int    count,
      char **)
{
  CppUnit::TextUi::TestRunner runner;

  runner.addTest (PageTest::suite ());
  if (count > 1)
    runner.setOutputter (new CppUnit::CompilerOutputter (&runner.result (), std::cerr));
  return runner.run () ? 0 : 1;
}
