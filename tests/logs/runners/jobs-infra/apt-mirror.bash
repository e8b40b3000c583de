# needs: apt-get
set -e
mkdir -p apt/lists/partial apt/archives/partial
printf 'deb [trusted=yes] http://%s/status/404 stable main\ndeb [trusted=yes] http://%s/debian stable main\ndeb [trusted=yes] http://mirror.quill.invalid/debian stable main\n' $PAGES $CLOSED > apt/sources.list
echo '$ sudo apt-get update'
apt-get update -o Dir::Etc::sourcelist=$PWD/apt/sources.list -o Dir::Etc::sourceparts=- -o Dir::State::lists=$PWD/apt/lists -o Dir::Cache=$PWD/apt -o Acquire::Retries=0 -o Acquire::http::Proxy=false -o APT::Update::Error-Mode=any
