// The assessment as text for a terminal: the answer first, then why, then what to do.

#include "render/choices.hpp"
#include "render/headline.hpp"
#include "runready/render.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kPlain = "\x1b[0m";

class TextWriter {
 public:
  TextWriter(const Report& report, const TextOptions& options)
      : report_(report), pack_(report.pack), options_(options) {}

  std::string write() {
    strong(headline(report_));
    const Assessment& assessment = report_.assessment;
    if (assessment.referral != Referral::none) {
      lines(pack_.text("referral." + std::string(name(assessment.referral))), "", "");
    }
    write_reasons(assessment);
    write_workouts();
    out_ += "\n";
    lines(pack_.text("notice"), "", "");
    return std::move(out_);
  }

 private:
  void lines(std::string_view text, std::string_view first, std::string_view rest) {
    std::string_view lead = first;
    for (const std::string& line : wrap(printable(text), options_.width - rest.size())) {
      out_ += std::string(lead) + line + "\n";
      lead = rest;
    }
  }

  void strong(std::string_view text) {
    for (const std::string& line : wrap(printable(text), options_.width)) {
      out_ += options_.color ? std::string(kBold) + line + std::string(kPlain) + "\n" : line + "\n";
    }
  }

  void heading(std::string_view key) {
    out_ += "\n";
    strong(pack_.text(key));
  }

  void write_reasons(const Assessment& assessment) {
    if (assessment.reasons.empty()) return;
    heading("report.title.why");
    for (const Reason& reason : assessment.reasons) {
      lines(reason.rule ? pack_.rule(*reason.rule).because : pack_.text("escalation.because"), "- ",
            "  ");
    }
  }

  void write_workouts() {
    const Choices choice = choices(report_);
    if (choice.shown.empty()) return;
    heading(choice.at_hand ? "report.title.what-to-do" : "report.not-at-hand");
    for (const WorkoutId id : choice.shown) {
      const Workout& workout = pack_.workouts[id.index];
      const std::string& activity = pack_.activities[workout.activity.index].label;
      lines(activity + ", " + std::to_string(workout.minutes.low) + "-" +
                std::to_string(workout.minutes.high) + "'. " + workout.how,
            "- ", "  ");
    }
  }

  const Report& report_;
  const Pack& pack_;
  TextOptions options_;
  std::string out_;
};

}  // namespace

std::string to_text(const Report& report, const TextOptions& options) {
  return TextWriter(report, options).write();
}

}  // namespace runready
