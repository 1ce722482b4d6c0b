#include AMBIT_HEADER

// Every header of Hana includes its config.hpp, and most of Boost includes the other one.
#if defined AMBIT_WITHOUT_BOOST && (defined BOOST_HANA_CONFIG_HPP || defined BOOST_CONFIG_HPP)
#error "this header includes Boost; only ambit/match.hpp and ambit/hana.hpp may"
#endif
