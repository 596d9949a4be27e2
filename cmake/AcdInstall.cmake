# Install rules: one export set per library, so that acd::toml is a component of the package.
include(CMakePackageConfigHelpers)
set(acd_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/acd")

function(acd_install target set)
  install(TARGETS ${target} EXPORT ${set}
    LIBRARY COMPONENT ${set} NAMELINK_COMPONENT ${set}
    ARCHIVE COMPONENT ${set}
    RUNTIME COMPONENT ${set}
    FILE_SET HEADERS COMPONENT ${set})
  install(EXPORT ${set} NAMESPACE acd:: DESTINATION "${acd_package_dir}" COMPONENT ${set})
endfunction()

acd_install(acd acd-targets)
if(TARGET acd_toml)
  acd_install(acd_toml acd-toml-targets)
endif()

configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/acd-config.cmake.in" "${PROJECT_BINARY_DIR}/acd-config.cmake"
  INSTALL_DESTINATION "${acd_package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/acd-config-version.cmake" COMPATIBILITY SameMajorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/acd-config.cmake" "${PROJECT_BINARY_DIR}/acd-config-version.cmake"
  DESTINATION "${acd_package_dir}" COMPONENT acd-targets)
