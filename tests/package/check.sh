#!/usr/bin/env bash
# One promise about the package each; see CMakeLists.txt beside it.
set -euo pipefail
readonly here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# use <build directory> <configure arguments...>: builds the consumer and runs its programs.
use() {
  local build=$1
  shift
  cmake -S "$here/consumer" -B "$build" "$@"
  cmake --build "$build"
  local program
  for program in consumer toml_consumer; do
    [[ $("$build/$program") == served ]] || { echo "$program did not serve"; exit 1; }
  done
}

# Symbols that a shared library defines for others, less those of namespace acd. Type names of acd
# and the version node itself are fine; any other line is a leak.
leaks_of() {
  nm -DC --defined-only "$1" |
    sed -E 's/^[0-9a-f]* +[A-Za-z] //' |
    grep -vE '^(typeinfo (name )?for |vtable for )?acd::|^ACD_0' || true
}

# install_and_use <build directory> <scratch>: a package may be moved after it was installed.
install_and_use() {
  rm -rf "$2/prefix" "$2/moved" "$2/consumer"
  cmake --install "$1" --prefix "$2/prefix"
  mv "$2/prefix" "$2/moved"
  use "$2/consumer" -DCMAKE_PREFIX_PATH="$2/moved"
}

check_installed() {  # <build directory> <scratch>
  install_and_use "$1" "$2"
}

check_shared() {  # <source> <scratch>
  local source=$1 scratch=$2 library leaks
  cmake -S "$source" -B "$scratch/build" -DCMAKE_BUILD_TYPE=Debug -DBUILD_SHARED_LIBS=ON \
    -DACD_BUILD_TESTS=OFF -DACD_BUILD_BENCH=OFF -DACD_BUILD_EXAMPLES=OFF \
    -DCMAKE_INSTALL_LIBDIR=lib
  cmake --build "$scratch/build"
  install_and_use "$scratch/build" "$scratch"
  for library in "$scratch"/moved/lib/lib*.so; do
    nm -DC --defined-only "$library" | grep ' acd::' >/dev/null ||
      { echo "$library is empty"; exit 1; }
    leaks=$(leaks_of "$library")
    [[ -z $leaks ]] || { printf '%s exports:\n%s\n' "$library" "$leaks"; exit 1; }
  done
}

check_subdirectory() {  # <source> <scratch>
  use "$2" -DACD_SUBDIRECTORY="$1"
}

check_headers() {  # <build directory>
  cmake --build "$1" --target all_verify_interface_header_sets
}

check_mistake() {  # <file> <compiler arguments...>
  local file=$1
  shift
  "$CXX" -std=c++20 -fsyntax-only "$@" "$file"
  if "$CXX" -std=c++20 -fsyntax-only -DMUST_FAIL "$@" "$file" 2>/dev/null; then
    echo "$file compiles with its mistake"
    exit 1
  fi
}

"check_$1" "${@:2}"
