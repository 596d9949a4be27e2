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

check_installed() {  # <source> <scratch> <shared>
  local source=$1 scratch=$2 shared=$3 library leaks
  rm -rf "$scratch/prefix" "$scratch/moved" "$scratch/consumer"
  cmake -S "$source" -B "$scratch/build" -DCMAKE_BUILD_TYPE=Debug -DBUILD_SHARED_LIBS="$shared" \
    -DACD_BUILD_TESTS=OFF -DACD_BUILD_BENCH=OFF -DACD_BUILD_EXAMPLES=OFF \
    -DCMAKE_INSTALL_LIBDIR=lib
  cmake --build "$scratch/build"
  cmake --install "$scratch/build" --prefix "$scratch/prefix"
  mv "$scratch/prefix" "$scratch/moved"  # a package may be moved after it was installed
  use "$scratch/consumer" -DCMAKE_PREFIX_PATH="$scratch/moved"
  [[ $shared == ON ]] || return 0
  for library in "$scratch"/moved/lib/lib*.so; do
    nm -DC --defined-only "$library" | grep -q ' acd::' || { echo "$library is empty"; exit 1; }
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
