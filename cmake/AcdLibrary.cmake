# What every compiled target of the project has in common.
include(GenerateExportHeader)

# Warnings of the developer mode. Hosts that embed the library never see them.
function(acd_developer_flags target)
  if(ACD_DEVELOPER_MODE)
    target_compile_options(${target} PRIVATE
      -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
      -Wold-style-cast -Wcast-align -Wimplicit-fallthrough -Wunused -Werror
      # At -O3 g++ 12 sees an overlap in "text" + std::string{...} where none is (GCC bug 105651).
      $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
  endif()
endfunction()

# acd_library(<target> NAME <exported name> HEADERS <files> SOURCES <files>)
# A library of the project: hidden visibility, only acd:: symbols exported, headers in a file set.
function(acd_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME" "HEADERS;SOURCES")
  add_library(${target})
  add_library(acd::${arg_NAME} ALIAS ${target})
  target_sources(${target} PRIVATE ${arg_SOURCES})
  target_sources(${target} PUBLIC FILE_SET HEADERS
    BASE_DIRS "${PROJECT_SOURCE_DIR}/include" "${PROJECT_BINARY_DIR}/include"
    FILES ${arg_HEADERS})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_compile_features(${target} PUBLIC cxx_std_20)
  # One library of the project finds another beside itself, wherever they are moved.
  set(beside "$ORIGIN")
  if(APPLE)
    set(beside "@loader_path")
  endif()
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${arg_NAME}
    INSTALL_RPATH "${beside}"
    VERSION ${PROJECT_VERSION}
    SOVERSION ${PROJECT_VERSION_MAJOR}
    CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    POSITION_INDEPENDENT_CODE ON
    VERIFY_INTERFACE_HEADER_SETS ON)
  acd_developer_flags(${target})
  acd_shared_library_flags(${target})
endfunction()

# Hidden visibility alone still exports template instances of the dependencies, and unique symbols
# keep the library loaded after dlclose: a version script and -fno-gnu-unique close both gaps.
function(acd_shared_library_flags target)
  get_target_property(type ${target} TYPE)
  if(NOT type STREQUAL "SHARED_LIBRARY")
    target_compile_definitions(${target} PUBLIC ACD_STATIC_DEFINE)
    return()
  endif()
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fno-gnu-unique>)
  if(UNIX AND NOT APPLE)
    set(script "${PROJECT_SOURCE_DIR}/cmake/exports.map")
    target_link_options(${target} PRIVATE "LINKER:--version-script=${script}")
    set_target_properties(${target} PROPERTIES LINK_DEPENDS "${script}")
  endif()
endfunction()
