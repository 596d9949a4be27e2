// Question, events, note.
#include "forecast_trial.hpp"

namespace acdsim {

ForecastTrial::ForecastTrial(const acd::Router& router)
    : router_{&router}, groups_(router.blueprint().groups.size()) {}

void ForecastTrial::ask(acd::GroupId group, acd::Priority priority) {
  expected_ = router_->expected_wait(group, priority);
}

void ForecastTrial::add(const acd::Event& event) {
  using acd::EventKind;
  if (event.kind == EventKind::arrived) {
    if (event.session.slot >= sessions_.size()) sessions_.resize(event.session.slot + 1U);
    sessions_[event.session.slot] = {.arrived = event.at};
  } else if (event.kind == EventKind::assigned) {
    answer(event);
  } else if (event.kind == EventKind::wrap_up_started) {
    groups_[event.group.index()].wraps_up(event.until - event.at);
  } else if (event.kind == EventKind::ended) {
    end(event);
  }
}

void ForecastTrial::note(acd::SessionHandle session) {
  const std::optional<acd::SessionView> view = router_->view(session);
  if (!view || view->state != acd::SessionState::waiting || view->offers != 0) return;
  ForecastCase noted{.place = router_->position(session).value_or(1),
                     .ready = router_->staff(view->group).ready};
  noted.said = groups_[view->group.index()].estimates(noted.place, noted.ready);
  noted.said[Estimator::expected_wait] = expected_;
  sessions_[session.slot].number = cases_.size();
  cases_.push_back(noted);
}

void ForecastTrial::answer(const acd::Event& assigned) {
  Session& session = sessions_[assigned.session.slot];
  if (session.assigned == acd::never) {
    groups_[assigned.group.index()].answered(assigned.at - session.arrived);
    close(session, ForecastCase::End::answered, assigned.at);
  }
  session.assigned = assigned.at;
}

void ForecastTrial::end(const acd::Event& ended) {
  const Session& session = sessions_[ended.session.slot];
  const bool gave_up =
      ended.cause == acd::Cause::abandoned || ended.cause == acd::Cause::short_abandoned;
  if (ended.cause == acd::Cause::completed && session.assigned != acd::never) {
    groups_[ended.group.index()].talked(ended.at - session.assigned);
  }
  close(session, gave_up ? ForecastCase::End::gave_up : ForecastCase::End::other, ended.at);
}

void ForecastTrial::close(const Session& session, ForecastCase::End end, acd::Instant at) {
  if (!session.number) return;
  ForecastCase& noted = cases_[*session.number];
  if (noted.end != ForecastCase::End::open) return;
  noted.end = end;
  noted.wait = at - session.arrived;
}

}  // namespace acdsim
