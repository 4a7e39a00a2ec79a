# SPDX-License-Identifier: EUPL-1.2
"""What the figures say, for whoever answers for them; the room's catalogues translate it."""

SENTENCES = {
    "title": "How many are there whom nobody has found?",
    "seen": "{source}: {observed} persons on {lists} lists, {recaptured} of them on two or more.",
    "seen_samples": (
        "{count} plausible linkages of the lists, pooled by Rubin's rules on the log scale."
    ),
    "headline": (
        "{method}: {estimate} persons, {hidden} of them on no list (80 %: {low80} to {high80}; "
        "95 %: {low95} to {high95})."
    ),
    "headline_refused": "{method}: cannot be estimated, because {reason}.",
    "interval": "{low} to {high}",
    "factor": "{value} times",
    "none": "cannot be estimated",
    "in_latin": "Words in a script the typeface does not have are in Latin letters.",
    "columns.method": "Method",
    "columns.estimate": "Estimate",
    "columns.interval80": "80 % interval",
    "columns.interval95": "95 % interval",
    "columns.seconds": "Seconds",
    "columns.note": "Note",
    "columns.list": "Without list",
    "columns.missed": "If missed",
    "columns.stratum": "Group",
    "columns.observed": "Seen",
    "columns.ratio": "Against the estimate",
    "columns.members": "Members of",
    "columns.truth": "Truth",
    "columns.error": "Log error",
    "columns.covered": "Covered",
    "columns.source": "File",
    "sections.methods": "What each method says",
    "sections.assumes": "What each method assumes",
    "sections.warnings": "Read this first",
    "sections.missed": "If links between the lists were missed",
    "sections.dropped": "Without one of the lists",
    "sections.strata": "By {covariate}",
    "sections.check": "The test with known truth",
    "sections.definition": "What is counted",
    "definition": (
        "A person counts once, however many lists he or she is on. The estimate is the number of "
        "persons who could have been on these lists in the period they cover, those on no list "
        "included. It says nothing about persons whom no agency behind these lists could have "
        "met. The 95 % interval is the one to quote."
    ),
    "missed_text": (
        "If a share of the links between lists was missed, the same person was counted as two "
        "and the estimate is too high by about as much as it grows here when further links are "
        "broken."
    ),
    "dropped_text": (
        "The estimate when one list is left out. Large changes mean that the figure hangs on "
        "that list."
    ),
    "one_person": "One person less changes the stepwise estimate by {low} to {high}.",
    "strata_text": (
        "The unseen of each group were multiplied by {factor} so that the groups add up to the "
        "whole."
    ),
    "check_text": (
        "The members of one list are a population whose size is known. The other lists, among "
        "them, estimate it. Log error is log(estimate / truth)."
    ),
    "check_score": (
        "{method}: RMSE of log error {rmse}, mean {mean}, {coverage} of the 95 % intervals hold "
        "the truth; {answered} of {problems} answered."
    ),
    "check_large": (
        "Only problems with at least {minimum} persons seen, as published: RMSE {rmse}, "
        "{coverage} covered; {answered} of {problems} answered."
    ),
    "yes_word": "yes",
    "no_word": "no",
    "warnings.disagree": (
        "The methods disagree by a factor of {factor}: from {low} to {high}. Quote the range, "
        "not one of them."
    ),
    "warnings.empty": (
        "These pairs of lists share nobody, so the table says little about them: {pairs}."
    ),
    "warnings.interrupted": "Stopped: {done} of {all} methods had finished and are shown.",
    "disagree_end": "{estimate} ({method}; 95 %: {low95} to {high95})",
    "plot.all": "All lists",
    "plot.title": "Estimates with their 80 and 95 % intervals",
    "plot.finding": "The estimates run from {low} to {high}; {seen} persons were seen.",
    "plot.finding_one": "The estimate is {estimate}; {seen} persons were seen.",
    "plot.finding_none": "No method could give a figure; {seen} persons were seen.",
    "plot.seen": "seen",
    "plot.missed": "The estimate if links were missed, with 95 % intervals",
    "plot.dropped": "The estimate without each list, with 95 % intervals",
    "plot.strata": "The estimate by {covariate}, with 95 % intervals",
    "covariates.sex": "sex",
    "covariates.age": "age",
    "covariates.form": "form",
    "covariates.year": "year",
    "causes.no_overlap": (
        "no person is on two lists: {first} and {second} share nobody, and neither do any others"
    ),
    "causes.too_few_lists": "the method needs at least {least} lists and there are {lists}",
    "causes.too_many_lists": "the method takes at most {most} lists and there are {lists}",
    "causes.no_model": "no model has a finite answer: {first} and {second} share nobody",
    "causes.whole_list": (
        "everyone seen is on {first}: such a list leaves nothing to learn from the others"
    ),
    "causes.not_finite": "the table has no finite answer under any model",
    "causes.unbounded": (
        "the upper end is more than {ratio} times the seen: the lists hardly limit it"
    ),
    "causes.not_converged": (
        "the chains have not met (R-hat {r_hat}, {effective} effective draws): run again with "
        "another seed before using this"
    ),
    "causes.few_resamples": (
        "only {percent} % of the resamples gave a figure, so the interval is uncertain itself"
    ),
    "causes.prior_only": (
        "no person is on two lists: this figure repeats what other countries found and not what "
        "these lists say"
    ),
    "methods.combined.name": "Combined",
    "methods.combined.assumes": (
        "Any two lists may send people to each other or avoid each other, and we do not claim to "
        "know which. As tables with known answers have shown before, figures tend to be too low, "
        "so this one is moved up a little and its interval is wide. Use this one if you use one."
    ),
    "methods.stepwise.name": "Stepwise",
    "methods.stepwise.assumes": (
        "Lists are independent unless the table shows otherwise; then pairs that depend on each "
        "other are added one by one. Dependence of three lists at once does not occur."
    ),
    "methods.bic.name": "Best BIC",
    "methods.bic.assumes": (
        "Of all ways in which lists may depend on each other, the one that describes the table "
        "best for its simplicity is right. The interval counts in that another might have won."
    ),
    "methods.graphs.name": "Graph average",
    "methods.graphs.assumes": (
        "Lists form chains and clusters, and all such patterns are averaged by how well they "
        "fit. Two answers far apart may both get weight; then the interval is wide."
    ),
    "methods.threshold.name": "Thresholded Bayes",
    "methods.threshold.assumes": (
        "Most pairs of lists do not depend on each other; only pairs with clear evidence are "
        "kept. The interval does not count in that the wrong pairs may have been kept."
    ),
    "methods.latent.name": "Latent classes",
    "methods.latent.assumes": (
        "There are a few kinds of people, some easy and some hard to find, and within a kind the "
        "lists are independent. The computation often does not settle; then it says so."
    ),
    "methods.independence.name": "Independence (yardstick)",
    "methods.independence.assumes": (
        "Every person is equally likely to be found and no list knows of any other. This is not "
        "true; the figure is shown to measure the others against."
    ),
    "methods.chao.name": "Chao (lower bound)",
    "methods.chao.assumes": (
        "People differ in how easily they are found. The figure is a floor: if lists do not "
        "avoid each other, there are at least this many."
    ),
}
