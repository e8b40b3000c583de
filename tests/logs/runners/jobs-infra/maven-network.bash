# needs: mvn
printf '<project><modelVersion>4.0.0</modelVersion><groupId>quill</groupId><artifactId>quill</artifactId><version>1.0</version>\n<dependencies><dependency><groupId>nib</groupId><artifactId>nib</artifactId><version>1.0</version></dependency></dependencies></project>\n' > pom.xml
printf '<settings><localRepository>/builds/home/m2</localRepository><mirrors><mirror><id>quill</id><mirrorOf>*</mirrorOf><url>http://%s/maven</url></mirror></mirrors></settings>\n' $CLOSED > settings.xml
mvn -B -ntp -s settings.xml compile
