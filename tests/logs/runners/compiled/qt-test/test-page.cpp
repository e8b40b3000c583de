#include <QtTest>

class PageTest : public QObject
{
  Q_OBJECT

private slots:
  void
  counts ()
  {
    QCOMPARE (89 / 30, 2 + FAULT);
  }

  void
  opens_data ()
  {
    QTest::addColumn<int> ("page");
    QTest::newRow ("first") << 1;
    QTest::newRow ("last") << 12;
  }

  void
  opens ()
  {
    QFETCH (int, page);
    QVERIFY2 (page * FAULT < 10, "no such page");
  }

  void
  torn ()
  {
    QEXPECT_FAIL ("", "pages tear", Continue);
    QVERIFY (false);
  }

  void
  closes ()
  {
    qWarning ("error: 0 pages are open");
    QVERIFY (true);
  }
};

QTEST_APPLESS_MAIN (PageTest)

#include "test-page.moc"
