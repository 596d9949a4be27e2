# Install rules: one export set per component of the package; acd::toml is one.
include(CMakePackageConfigHelpers)
set(acd_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/acd")

function(acd_install set)
  install(TARGETS ${ARGN} EXPORT ${set}
    LIBRARY COMPONENT ${set} NAMELINK_COMPONENT ${set}
    ARCHIVE COMPONENT ${set}
    RUNTIME COMPONENT ${set}
    FILE_SET HEADERS COMPONENT ${set})
  install(EXPORT ${set} NAMESPACE acd:: DESTINATION "${acd_package_dir}" COMPONENT ${set})
endfunction()

acd_install(acd-targets acd acd_simulation)
if(TARGET acd_toml)
  acd_install(acd-toml-targets acd_toml)
endif()

configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/acd-config.cmake.in" "${PROJECT_BINARY_DIR}/acd-config.cmake"
  INSTALL_DESTINATION "${acd_package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/acd-config-version.cmake" COMPATIBILITY SameMajorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/acd-config.cmake" "${PROJECT_BINARY_DIR}/acd-config-version.cmake"
  DESTINATION "${acd_package_dir}" COMPONENT acd-targets)
