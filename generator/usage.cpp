// SPDX-License-Identifier: BSL-1.0
#include "usage.hpp"

#include "text.hpp"

#include <algorithm>

namespace ambitc {

namespace {

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(each->get_name());
  return names;
}

/// The options by which something is said, as they are typed.
std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* each : command.get_options())
    for (const std::string& name : each->get_lnames()) names.push_back("--" + name);
  return names;
}

/// The one that was meant, or all that there are.
std::string meant_or_all(const std::string& word, const std::vector<std::string>& of) {
  const std::string meant = did_you_mean(word, of);
  return meant.empty() ? cat("; there are: ", join(of, ", ")) : meant;
}

/// What is said of an option that there is not. What is given to it with '=' is no part of it.
std::string unknown_option(const std::string& argument, const std::string& of,
                           const CLI::App& command) {
  const std::string name = argument.substr(0, argument.find('='));
  const std::vector<std::string> options = options_of(command);
  return cat("'", name, "' is no option of ", of, meant_or_all(name, options));
}

}  // namespace

std::vector<std::string> with_usual_words(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return {};
  const std::string& first = arguments.front();
  if (first == "-V" || first == "version") return {"--version"};
  if (first != "help") return arguments;
  if (arguments.size() == 1) return {"--help"};
  return {arguments[1], "--help"};
}

std::optional<std::string> unknown_command(const CLI::App& app,
                                           const std::vector<std::string>& arguments) {
  if (arguments.empty()) return std::nullopt;
  const std::string& first = arguments.front();
  if (first.starts_with('-')) {
    const std::vector<std::string> options = options_of(app);
    if (first == "-h" || std::ranges::find(options, first) != options.end()) return std::nullopt;
    return unknown_option(first, "ambitc", app);
  }
  const std::vector<std::string> commands = commands_of(app);
  if (std::ranges::find(commands, first) != commands.end()) return std::nullopt;
  return cat("'", first, "' is no command", meant_or_all(first, commands));
}

std::string what_is_wrong(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  if (chosen.empty()) return error.what();
  const CLI::App& command = *chosen.front();
  const std::string name = command.get_name();
  const std::string see = cat("; see 'ambitc help ", name, "'");
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError))
    for (const std::string& extra : app.remaining(true))
      return extra.starts_with('-')
                 ? unknown_option(extra, cat("'", name, "'"), command)
                 : cat("'", extra, "' is an argument more than '", name, "' takes", see);
  return cat("'", name, "': ", error.what(), see);
}

}  // namespace ambitc
