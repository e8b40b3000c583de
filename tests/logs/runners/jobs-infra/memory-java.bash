# needs: java
cat > Pages.java <<'END'
import java.util.ArrayList;
public class Pages {
  public static void main (String[] arguments) {
    ArrayList<byte[]> pages = new ArrayList<> ();
    while (true)
      pages.add (new byte[1 << 20]);
  }
}
END
java -Xmx16m Pages.java
