import django.db.models.deletion
import whatmatters.rules.blocks.capacity
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '__first__'),
        ('commissioning', '0001_initial'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('year_starts', models.DateField()),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('follows', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='blocks.block')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('contract', 'starts'), name='block_per_day_once'), models.CheckConstraint(condition=models.Q(('starts__gte', models.F('year_starts'))), name='block_starts_in_its_year')],
            },
        ),
        migrations.CreateModel(
            name='CapacityEstimate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('method', models.CharField(choices=[(whatmatters.rules.blocks.capacity.CapacityMethod['PAST_WORK'], whatmatters.rules.blocks.capacity.CapacityMethod['PAST_WORK']), (whatmatters.rules.blocks.capacity.CapacityMethod['TIME_STUDY'], whatmatters.rules.blocks.capacity.CapacityMethod['TIME_STUDY']), (whatmatters.rules.blocks.capacity.CapacityMethod['NEED_OF_PATCH'], whatmatters.rules.blocks.capacity.CapacityMethod['NEED_OF_PATCH']), (whatmatters.rules.blocks.capacity.CapacityMethod['PEER'], whatmatters.rules.blocks.capacity.CapacityMethod['PEER']), (whatmatters.rules.blocks.capacity.CapacityMethod['OTHER'], whatmatters.rules.blocks.capacity.CapacityMethod['OTHER'])], max_length=24)),
                ('hours', models.DecimalField(decimal_places=2, max_digits=9)),
                ('inputs', models.TextField()),
                ('assumptions', models.TextField()),
                ('block', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='estimates', to='blocks.block')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('method__in', ['past_work', 'time_study', 'need_of_patch', 'peer', 'other'])), name='capacity_method')],
            },
        ),
        migrations.CreateModel(
            name='CapacityPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('instalment', models.PositiveSmallIntegerField()),
                ('revision', models.PositiveIntegerField()),
                ('committed', models.DecimalField(decimal_places=2, max_digits=9)),
                ('deployable', models.DecimalField(decimal_places=2, max_digits=9)),
                ('block', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='periods', to='blocks.block')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('block', 'instalment', 'revision'), name='capacity_period_once'), models.CheckConstraint(condition=models.Q(('committed__gte', 0), ('deployable__gte', 0)), name='capacity_not_negative')],
            },
        ),
        migrations.CreateModel(
            name='JointReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('held_on', models.DateField()),
                ('decision', models.CharField(choices=[(whatmatters.rules.blocks.capacity.ReviewDecision['NO_CHANGE'], whatmatters.rules.blocks.capacity.ReviewDecision['NO_CHANGE']), (whatmatters.rules.blocks.capacity.ReviewDecision['AMEND'], whatmatters.rules.blocks.capacity.ReviewDecision['AMEND']), (whatmatters.rules.blocks.capacity.ReviewDecision['OTHERWISE'], whatmatters.rules.blocks.capacity.ReviewDecision['OTHERWISE'])], max_length=24)),
                ('attended', models.TextField()),
                ('minutes', models.TextField()),
                ('amended_to', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decided_by', to='blocks.block')),
                ('block', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='blocks.block')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('decision__in', ['no_change', 'amend', 'otherwise'])), name='joint_review_decision')],
            },
        ),
        migrations.CreateModel(
            name='OpenBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('wages', models.BigIntegerField()),
                ('on_costs', models.BigIntegerField()),
                ('management', models.BigIntegerField()),
                ('overheads', models.BigIntegerField()),
                ('block', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='books', to='blocks.block')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('block', 'number'), name='open_book_once'), models.CheckConstraint(condition=models.Q(('management__gte', 0), ('on_costs__gte', 0), ('overheads__gte', 0), ('wages__gte', 0)), name='open_book_not_negative')],
            },
        ),
        migrations.CreateModel(
            name='BookAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('handed_in_by_id', models.BigIntegerField()),
                ('accepted', models.BooleanField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('book', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='blocks.openbook')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('by_id', models.F('handed_in_by_id')), _negated=True), name='open_book_takes_two')],
            },
        ),
        migrations.CreateModel(
            name='BookWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('words', models.TextField()),
                ('answer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='words', to='blocks.bookanswer')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
